import VerbundCLI
