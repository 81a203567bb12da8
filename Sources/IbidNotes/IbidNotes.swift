// IbidNotes
