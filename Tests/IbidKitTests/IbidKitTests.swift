import IbidKit
import Testing
