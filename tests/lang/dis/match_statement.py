def describe(value):
    match value:
        case 0 | 1:
            return "small"
        case [x, y, *rest] if x:
            return x, y, rest
        case {"key": v, **others}:
            return v, others
        case str() as text:
            return text
        case Point(x=0, y=yy):
            return yy
        case None:
            return None
        case _:
            return "other"
