"""The structure of a note as PDF objects (ISO 32000-1, 14.7 and 14.8)."""

from pikepdf import Array, Dictionary, Name, Object, Pdf

from desktop.documents.tags import Element


def add_structure(pdf: Pdf, document: Element, form: Element, field: Object) -> None:
    """Write the tree into `pdf` and mark the file as tagged; `field` is the widget of the element `form`."""
    _Tree(pdf, form, field).write(document)
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Tree:
    """Writes elements, and remembers for each page which element each marked piece belongs to."""

    def __init__(self, pdf: Pdf, form: Element, field: Object) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _page in self._pages]
        self._form = form
        self._field = field

    def write(self, document: Element) -> None:
        """Write the tree below its root, and the way back from the pages."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array([self._element(document, root)])
        numbers = Array()
        for number, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents = number
            page.Tabs = Name.S
            numbers.append(number)
            numbers.append(Array([owners[piece] for piece in sorted(owners)]))
        numbers.append(len(self._pages))
        numbers.append(self._owner_of_field)
        self._field.StructParent = len(self._pages)
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(self._pages) + 1
        self._pdf.Root.StructTreeRoot = root

    def _element(self, element: Element, parent: Object) -> Object:
        written = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent, K=Array())
        )
        if element.role == "TH":
            written.A = Dictionary(O=Name.Table, Scope=Name.Column)
        for child in element.children:
            written.K.append(self._element(child, written))
        for page, piece in element.pieces:
            self._owners[page][piece] = written
            written.K.append(Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=piece))
        if element is self._form:
            self._owner_of_field = written
            written.K.append(Dictionary(Type=Name.OBJR, Obj=self._field, Pg=self._field.P))
        return written
