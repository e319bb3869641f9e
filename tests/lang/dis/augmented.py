def update(box, items, key):
    total = 0
    total += 1
    box.count -= total
    items[key] *= 2
    items[key:total] += box
    return total
