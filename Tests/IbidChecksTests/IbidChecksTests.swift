import IbidChecks
import Testing
