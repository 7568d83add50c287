/** XGBoost behind {@link dev.countersign.samples.inference.model.Predictor}. */
package dev.countersign.samples.inference.xgboost;
