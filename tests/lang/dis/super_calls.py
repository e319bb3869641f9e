class Child(Base):
    def __init__(self, x):
        super().__init__(x)
        self.x = super().value
        self.__private = super(Child, self).other()
