import VerbundReport

/// The same writer as the report's.
typealias JSONText = VerbundReport.JSONText
