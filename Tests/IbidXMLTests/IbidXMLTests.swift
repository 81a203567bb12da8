import IbidXML
import Testing
