import VerbundCLI

VerbundTool.start()
