import FoundationEssentials
import IbidModel
import IbidNotes
import IbidText

/// Usage: ibid-train notes FILE | parse FILE
let arguments = CommandLine.arguments
