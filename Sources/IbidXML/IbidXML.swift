// IbidXML
