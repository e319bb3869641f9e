key = lambda item, n=1: item[n]
