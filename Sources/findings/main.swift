print("findings")
