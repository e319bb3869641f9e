# Nobody is there to answer input().
# only: lockstep
# exit: 5
# stderr-has: input
name = input("Your name: ")
print("Hello", name)
