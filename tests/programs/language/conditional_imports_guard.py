# The __name__ guard, a main function and an early return.
def main(argv):
    if not argv:
        print("no arguments")
        return 1
    print("arguments:", argv)
    return 0

if __name__ == "__main__":
    code = main([])
    print("code", code)
    print("code", main(["x"]))

# stdout:
#| no arguments
#| code 1
#| arguments: ['x']
#| code 0
