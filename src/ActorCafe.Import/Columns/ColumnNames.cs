namespace ActorCafe.Import.Columns;

/// <summary>
/// The names that columns have in exports of tills, in English, German, French, Spanish and Italian, folded as by <see cref="FoldedText"/>; the better ones first.
/// </summary>
internal static class ColumnNames
{
    private static readonly Dictionary<ColumnRole, string[]> Names = new()
    {
        [ColumnRole.Time] =
        [
            "time", "datetime", "date time", "date and time", "timestamp", "order time", "order date", "order datetime", "created at", "created", "created date", "opened at", "opened", "opened date",
            "transaction time", "sale time", "sale date", "arrival", "arrival time", "arrived", "date of sale", "transaction date", "order placed", "placed at", "sent date", "payment date", "paid at", "closed at", "closed",
            "zeit", "uhrzeit", "zeitpunkt", "datum uhrzeit", "datum zeit", "zeitstempel", "bestellzeit", "verkaufszeit", "bonzeit", "ankunft",
            "heure", "date heure", "date et heure", "horodatage", "heure de vente", "arrivee",
            "hora", "fecha hora", "fecha y hora", "hora de venta", "llegada",
            "ora", "data ora", "data e ora", "orario", "arrivo", "hour", "date", "datum", "fecha", "data",
        ],
        [ColumnRole.Date] =
        [
            "date", "order date", "sale date", "transaction date", "business date", "day", "datum", "tag", "bestelldatum", "verkaufsdatum", "bondatum", "belegdatum",
            "jour", "date de vente", "fecha", "fecha de venta", "dia", "data", "giorno", "data vendita",
        ],
        [ColumnRole.Drink] =
        [
            "drink", "drink name", "coffee name", "coffee", "beverage", "lineitem name", "line item name", "item name", "menu item", "item", "product name", "product detail", "product", "article name",
            "getrank", "getraenk", "getranke", "artikelname", "artikelbezeichnung", "artikel", "produktname", "produkt", "bezeichnung", "warenbezeichnung",
            "boisson", "produit", "nom du produit", "article", "designation", "libelle", "bebida", "producto", "articulo", "nombre del producto", "descripcion",
            "bevanda", "prodotto", "articolo", "nome prodotto", "descrizione", "description", "details", "product type", "type", "category", "kategorie", "categorie", "categoria",
        ],
        [ColumnRole.Customer] =
        [
            "customer", "customer name", "customer id", "client", "client name", "guest", "kunde", "kundenname", "kundennummer", "gast", "client id", "nom du client", "cliente", "nombre del cliente", "nome cliente",
            "receipt number", "receipt no", "receipt", "receipt id", "order number", "order no", "order id", "order", "check id", "check number", "check", "transaction id", "transaction", "invoice number", "invoice", "sale id", "ticket", "ticket number",
            "bonnummer", "bon nr", "bon", "belegnummer", "beleg nr", "beleg", "rechnungsnummer", "bestellnummer", "numero de ticket", "n ticket", "ticket n", "n de ticket", "ticket no", "commande", "numero de commande", "factura", "numero de factura", "pedido", "recibo",
            "scontrino", "numero scontrino", "ordine", "numero ordine", "call id", "name", "card",
        ],
        [ColumnRole.Quantity] =
        [
            "quantity", "qty", "lineitem quantity", "line item quantity", "quantity sold", "item quantity", "item qty", "transaction qty", "menge", "anzahl", "stuck", "stueck", "stk", "quantite", "qte", "cantidad", "cant", "quantita", "qta", "q ta",
        ],
        [ColumnRole.Service] =
        [
            "service", "service time", "service duration", "ser time", "serving time", "preparation time", "prep time", "making time", "handling time", "duration",
            "bedienzeit", "bedienungszeit", "bearbeitungszeit", "zubereitungszeit", "dauer", "temps de service", "temps de preparation", "duree", "tiempo de servicio", "tiempo de preparacion", "duracion",
            "tempo di servizio", "tempo di preparazione", "durata",
        ],
        [ColumnRole.Status] =
        [
            "event type", "receipt type", "financial status", "transaction type", "status", "type", "typ", "art", "tipo", "void", "voided", "refunded", "cancelled", "canceled", "cancelled at", "canceled at", "order state", "payment state", "order payment state", "service charge", "sale type", "line type", "belegart", "vorgangsart", "storno", "storniert",
            "statut", "estado", "tipo de recibo", "stato", "tipo documento",
        ],
        [ColumnRole.Place] =
        [
            "store", "shop", "location", "store name", "store location", "store id", "outlet", "outlet name", "branch", "location name", "restaurant", "filiale", "standort", "betrieb", "magasin", "boutique", "etablissement", "tienda", "sucursal", "local",
            "negozio", "punto vendita", "sede", "register", "register name", "till", "terminal", "pos", "pos name", "device", "device name", "kasse", "kassenname", "caisse", "caja", "cassa",
        ],
    };

    private static readonly Dictionary<(ColumnRole Role, string Name), int> Ranks = Names
        .SelectMany(pair => pair.Value.Index().Select(name => ((pair.Key, name.Item), name.Index)))
        .ToDictionary();

    /// <summary>How well a column's name fits a role, 0 the best; null if it does not.</summary>
    public static int? Rank(ColumnRole role, string name)
    {
        var folded = FoldedText.Of(name);
        return Find(role, folded) ?? (role == ColumnRole.Service ? Find(role, DurationUnit.Without(folded)) : null);
    }

    private static int? Find(ColumnRole role, string folded) => Ranks.TryGetValue((role, folded), out var rank) ? rank : null;
}
