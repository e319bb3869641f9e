# pprint: dicts in the order of their keys, one item a line where a line is too short.


def _items(value):
    try:
        return sorted(value.items())
    except TypeError:
        return list(value.items())


def _short(value, sort):
    if type(value) is dict:
        pairs = _items(value) if sort else value.items()
        return "{" + ", ".join([_short(k, sort) + ": " + _short(v, sort) for k, v in pairs]) + "}"
    if type(value) is list:
        return "[" + ", ".join([_short(item, sort) for item in value]) + "]"
    if type(value) is tuple:
        return "(" + ", ".join([_short(item, sort) for item in value]) + (",)" if len(value) == 1 else ")")
    if type(value) is set and value:
        try:
            value = sorted(value)
        except TypeError:
            value = list(value)
        return "{" + ", ".join([_short(item, sort) for item in value]) + "}"
    return repr(value)


def _long(value, indent, width, room, sort):
    text = _short(value, sort)
    if len(text) <= room or type(value) not in (dict, list, tuple, set) or not value:
        return text
    pad = " " * indent
    if type(value) is dict:
        lines = []
        for key, item in _items(value) if sort else value.items():
            head = _short(key, sort) + ": "
            lines.append(head + _long(item, indent + 1 + len(head), width, width - indent - 2 - len(head), sort))
        return "{" + (",\n " + pad).join(lines) + "}"
    opening, closing = {list: "[]", tuple: "()", set: "{}"}[type(value)]
    items = sorted(value) if type(value) is set else value
    lines = [_long(item, indent + 1, width, width - indent - 2, sort) for item in items]
    return opening + (",\n " + pad).join(lines) + ("," if opening == "(" and len(lines) == 1 else "") + closing


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return _long(object, 0, width, width, sort_dicts)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    print(pformat(object, indent, width, depth, sort_dicts=sort_dicts), file=stream)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)
