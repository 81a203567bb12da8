// IbidStore
