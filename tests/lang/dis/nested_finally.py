def close(resource):
    for attempt in range(3):
        try:
            if attempt:
                return resource.get()
            continue
        finally:
            resource.close()
