// IbidCSL
