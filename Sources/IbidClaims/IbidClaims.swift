// IbidClaims
