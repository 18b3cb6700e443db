"""The names of the form fields of a note: what a reader, a returned file and our own code call them."""

MANAGER = "ManagerSignature"
EMPLOYEE = "EmployeeSignature"
WITNESS = "WitnessSignature"
"""For whoever was there when the employee did not want to sign."""

COMMENT = "EmployeeComment"
RECEIVED, AGREE, DISAGREE = "Received", "Agree", "Disagree"
SCORES_USED, SCORES_NOT_USED = "ScoresUsed", "ScoresNotUsed"
SIGNATURES = (MANAGER, EMPLOYEE, WITNESS)
BOXES = (RECEIVED, AGREE, DISAGREE, SCORES_USED, SCORES_NOT_USED)
ANSWER = (COMMENT, *BOXES)
