import IbidClaims
import Testing
