# R's own packages on the same data: called as  Rscript peers.R JOB FILE [MORE]  and prints milliseconds, one run a line, the warm-up left out.
arguments <- commandArgs(trailingOnly = TRUE)
job <- arguments[1]
runs <- function(work, times = 5) {
  work()
  for (run in seq_len(times)) cat(as.numeric(system.time(work())["elapsed"]) * 1000, "\n")
}
if (job == "dbscan") {
  suppressMessages(library(dbscan))
  points <- as.matrix(read.csv(arguments[2]))
  runs(function() dbscan(points, eps = as.numeric(arguments[3]), minPts = as.numeric(arguments[4])), 3)
} else if (job == "gi") {
  suppressMessages(library(spdep))
  side <- as.integer(arguments[3])
  values <- read.csv(arguments[2])[, 1]
  neighbours <- nb2listw(include.self(cell2nb(side, side, type = "queen")), style = "B")
  runs(function() localG_perm(values, neighbours, nsim = 499), 3)
} else if (job == "farrington") {
  suppressMessages(library(surveillance))
  counts <- as.matrix(read.csv(arguments[2]))
  series <- sts(observed = counts, start = c(2015, 1), frequency = 52)
  last <- nrow(counts)
  control <- list(range = last, noPeriods = 10, b = 5, w = 3, weightsThreshold = 2.58, pastWeeksNotIncluded = 26,
                  pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.01, verbose = FALSE)
  runs(function() suppressWarnings(farringtonFlexible(series, control)), 1)
}
