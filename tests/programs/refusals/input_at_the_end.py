# What surely comes to input() is refused before anything runs: nothing is printed.
# only: lockstep
# exit: 5
# stderr-has: input_at_the_end.py:9: not supported: input() is not supported
print("What is your name?")


def main():
    name = input()
    print(name)


if __name__ == "__main__":
    main()
