def guard(f):
    try:
        return f()
    except (ValueError, TypeError) as error:
        print(error)
    except KeyError:
        raise
    except:
        pass
    else:
        print("fine")
