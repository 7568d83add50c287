/** Training and predicting with XGBoost; the only package that knows it. */
package dev.countersign.samples.diamonds.xgboost;
