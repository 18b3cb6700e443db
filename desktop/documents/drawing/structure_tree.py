"""The structure of a note as PDF objects (ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

from desktop.documents.drawing.tags import Element

Widgets = Sequence[tuple[Element, Object]]


def add_structure(pdf: Pdf, document: Element, widgets: Widgets) -> None:
    """Write the tree into `pdf` and mark the file as tagged; `widgets` are the form fields, each with its element."""
    _Tree(pdf, widgets).write(document)
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Tree:
    """Writes elements, and remembers for each page which element each marked piece belongs to."""

    def __init__(self, pdf: Pdf, widgets: Widgets) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[dict[int, Object]] = [{} for _page in self._pages]
        self._widgets = {id(element): (place, widget) for place, (element, widget) in enumerate(widgets)}
        self._owners_of_widgets: dict[int, Object] = {}

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
        for place, owner in sorted(self._owners_of_widgets.items()):
            numbers.append(len(self._pages) + place)
            numbers.append(owner)
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(self._pages) + len(self._widgets)
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
        if id(element) in self._widgets:
            place, widget = self._widgets[id(element)]
            widget.StructParent = len(self._pages) + place
            self._owners_of_widgets[place] = written
            # alone and not in an array: only there pyHanko looks for the place from which a field may be referred to
            written.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=widget.P)
        return written
