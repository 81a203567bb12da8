import IbidScan
import Testing
