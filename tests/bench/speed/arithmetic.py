# Loops of arithmetic on ints and floats.
def mandelbrot(size, limit):
    inside = 0
    for row in range(size):
        y0 = row * 2.0 / size - 1.0
        for column in range(size):
            x0 = column * 3.0 / size - 2.0
            x = y = 0.0
            steps = 0
            while steps < limit and x * x + y * y <= 4.0:
                x, y = x * x - y * y + x0, 2.0 * x * y + y0
                steps += 1
            if steps == limit:
                inside += 1
    return inside


def mix(rounds):
    state = 1
    total = 0
    for i in range(rounds):
        state = (state * 1103515245 + 12345) % 2147483648
        if state & 1:
            total += state >> 7
        else:
            total -= i // 3
    return total


print(mandelbrot(120, 80))
print(mix(1_500_000))
