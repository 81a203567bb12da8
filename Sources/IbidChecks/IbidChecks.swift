// IbidChecks
