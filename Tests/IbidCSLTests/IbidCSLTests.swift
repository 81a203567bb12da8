import IbidCSL
import Testing
