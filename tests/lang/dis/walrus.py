def read(stream):
    while (line := stream.read()) != "":
        print(line)
    return [last := y for y in stream], last
