import IbidFormats
import Testing
