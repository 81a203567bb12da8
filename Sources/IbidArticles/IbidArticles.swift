// IbidArticles
