import IbidNotes
import Testing
