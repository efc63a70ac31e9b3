// SaTScan's parameters by what they mean to us (SaTScan 10 user guide): those that are read, those that change nothing in an answer, and those that would and that we do not do.

/** What was not read, or is not done; `detail` fills its sentence in words.ts. */
export type SatScanProblem = {
  readonly wrong:
    | "unsupported-parameter"
    | "unknown-parameter"
    | "impossible-parameter"
    | "file-missing"
    | "row-unread"
    | "place-unknown"
    | "outside-period"
    | "no-population"
    | "covariates-ignored";
  readonly detail: Readonly<Record<string, string | number>>;
};

/** Read in satscan-files.ts. */
export const usedParameters: ReadonlySet<string> = new Set([
  "CaseFile",
  "ControlFile",
  "PopulationFile",
  "CoordinatesFile",
  "CoordinatesType",
  "PrecisionCaseTimes",
  "StartDate",
  "EndDate",
  "AnalysisType",
  "ModelType",
  "TimeAggregationUnits",
  "TimeAggregationLength",
  "MaxSpatialSizeInPopulationAtRisk",
  "UseDistanceFromCenterOption",
  "MaxSpatialSizeInDistanceFromCenter",
  "MinimumTemporalClusterSize",
  "MaxTemporalSizeInterpretation",
  "MaxTemporalSize",
  "MinimumCasesInHighRateClusters",
  "PValueReportType",
  "EarlyTerminationThreshold",
  "MonteCarloReps",
]);

/** What is written where, to whom it is sent, and on how many processors it runs. */
export const inertSections: ReadonlySet<string> = new Set([
  "Output",
  "Temporal Output",
  "Other Output",
  "Line List",
  "Notifications",
  "Run Options",
  "System",
  "Elliptic Scan",
  "Power Simulations",
  "Power Evaluation",
]);

/** Details of something that another parameter turns on, and what both ways of reporting have in common. */
export const inertParameters: ReadonlySet<string> = new Set([
  "GridFile",
  "LocationsNetworkFilename",
  "NeighborsFilename",
  "MetaLocationsFilename",
  "MultipleLocationsFile",
  "MultipleDataSetsPurposeType",
  "DataSet1-Name",
  "StudyPeriodCheckType",
  "GeographicalCoordinatesCheckType",
  "MaxSpatialSizeInMaxCirclePopulationFile",
  "MaxCirclePopulationFile",
  "NonCompactnessPenalty",
  "IntervalStartRange",
  "IntervalEndRange",
  "RiskThresholdHighClusters",
  "RiskThresholdLowClusters",
  "RiskLimitLowClusters",
  "MinimumCasesInLowRateClusters",
  "TimeTrendPercentage",
  "TimeStratifiedAdjLength",
  "TimeTrendType",
  "AdjustmentsByKnownRelativeRisksFilename",
  "ReportGumbel",
  "ProspectiveStartDate",
  "IterativeScanMaxIterations",
  "IterativeScanMaxPValue",
  "DrilldownMinimumClusterLocations",
  "DrilldownMinimumClusterCases",
  "DrilldownClusterCutoff",
  "NumBootstrapReplications",
  "OliveiraPvalueCutoff",
  "ProspectiveFrequency",
  "LaunchMapViewer",
  "CompressKMLtoKMZ",
  "IncludeClusterLocationsKML",
  "ThresholdLocationsSeparateKML",
  "ReportHierarchicalClusters",
  "GiniIndexClusterReportingType",
  "SpatialMaxima",
  "GiniIndexClustersPValueCutOff",
  "ReportGiniIndexCoefficents",
  "MaxSpatialSizeInPopulationAtRisk_Reported",
  "MaxSizeInMaxCirclePopulationFile_Reported",
  "MaxSpatialSizeInDistanceFromCenter_Reported",
]);

/** What we do not do, and the values under which nothing is asked of it. */
export const inertUnless: ReadonlyMap<string, readonly string[]> = new Map([
  ["UseGridFile", ["n"]],
  ["ScanAreas", ["1"]],
  ["CaseFile2", []],
  ["UseLocationsNetworkFile", ["n"]],
  ["UseNeighborsFile", ["n"]],
  ["UseMetaLocationsFile", ["n"]],
  ["MultipleCoordinatesType", ["0"]],
  ["UseMaxCirclePopulationFileOption", ["n"]],
  ["IncludePurelyTemporal", ["n"]],
  ["IncludePurelySpatial", ["n"]],
  ["SpatialWindowShapeType", ["0"]],
  ["IsotonicScan", ["0"]],
  ["IncludeClusters", ["0", "1"]],
  ["RiskLimitHighClusters", ["n"]],
  ["TimeTrendAdjustmentType", ["0"]],
  ["AdjustForWeeklyTrends", ["n"]],
  ["SpatialAdjustmentType", ["0"]],
  ["UseAdjustmentsByRRFile", ["n"]],
  ["AdjustForEarlierAnalyses", ["n"]],
  ["IterativeScan", ["n"]],
  ["PerformStandardDrilldown", ["n"]],
  ["PerformBernoulliDrilldown", ["n"]],
  ["CalculateOliveira", ["n"]],
  ["ProspectiveFrequencyType", ["0"]],
  ["PerformPowerEvaluation", ["n"]],
  ["CriteriaForReportingSecondaryClusters", ["0"]],
  ["ReportGiniClusters", ["n"]],
  ["UseReportOnlySmallerClusters", ["n"]],
  ["UseMaxCirclePopulationFileOption_Reported", ["n"]],
  ["UseDistanceFromCenterOption_Reported", ["n"]],
  ["SimulatedDataMethodType", ["0"]],
]);
