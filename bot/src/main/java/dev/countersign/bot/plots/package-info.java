/**
 * Pictures for the review, drawn from the evidence and never taken from a run: PNG, legible at 700
 * pixels, with units on the axes, in colours that colour-blind readers can tell apart (Okabe and
 * Ito), live model and candidate in every picture. The same input gives the same bytes on the same
 * machine. This package alone imports the charting library.
 */
package dev.countersign.bot.plots;
