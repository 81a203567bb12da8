// IbidFormats
