// IbidKit
