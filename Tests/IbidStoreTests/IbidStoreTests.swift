import IbidStore
import Testing
