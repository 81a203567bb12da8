import IbidArticles
import Testing
