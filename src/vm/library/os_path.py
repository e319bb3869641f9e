# Paths as text.

sep = "/"
curdir = "."
pardir = ".."
pathsep = ":"
extsep = "."


def join(first, *others):
    path = first
    for part in others:
        if part.startswith("/"):
            path = part
        elif not path or path.endswith("/"):
            path += part
        else:
            path += "/" + part
    return path


def split(path):
    at = path.rfind("/") + 1
    head, tail = path[:at], path[at:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    slash = path.rfind("/")
    dot = path.rfind(".")
    if dot > slash:
        start = slash + 1
        while start < dot:
            if path[start] != ".":
                return path[:dot], path[dot:]
            start += 1
    return path, ""


def isabs(path):
    return path.startswith("/")


def normpath(path):
    if not path:
        return "."
    root = "/" if path.startswith("/") else ""
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not root and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return (root + "/".join(parts)) or "."


def abspath(path):
    return normpath(path if isabs(path) else join("/home/user", path))


realpath = abspath


def expanduser(path):
    return "/home/user" + path[1:] if path.startswith("~") else path


def exists(path):
    return False


isfile = exists
isdir = exists
