"""The layouts that are read, each with the names its publisher gives to what is no product."""

from benchside.sources.inputoutput.cells import Names

UK = Names(
    output_rows=("Total output",),
    output_columns=("Total demand", "Total demand for products at basic prices", "Total demand for products"),
    totals=frozenset({"Total consumption", "Total intermediate demand", "Total imports"}),
    primary={
        "Imported goods and services": "imports", "Taxes less subsidies on products": "taxes on products",
        "Taxes less subsidies on production": "taxes on production", "Compensation of employees": "pay", "Gross Operating Surplus": "surplus",
    },
    final={
        "Households": "households", "Non-profit instns serving households": "non-profit institutions", "Central government": "government",
        "Local government": "government", "Local Authorities": "government", "Gross fixed capital formation": "capital formation",
        "Valuables": "valuables", "Changes in inventories": "inventories", "Exports of goods": "exports", "Exports of services": "exports",
    },
    employment={},
)  # fmt: skip
"""Office for National Statistics, analytical tables, as `iotables` hands them on (long list)."""

EUROSTAT = Names(
    output_rows=("P1", "output", "output_bp"),
    output_columns=("TU", "total_use"),
    totals=frozenset({
        "TOTAL", "CPA_TOTAL", "P2", "P2_ADJ", "P2PP", "TFU", "P3", "P3_S1", "P6_REST", "B2A3G", "P7+P1", "TS_BP", "total", "total_final_use",
    }),
    primary={
        "P7": "imports", "IMP": "imports", "D21X31": "taxes on products", "D29X39": "taxes on production", "D1": "pay", "K1": "consumption of capital",
        "P51C": "consumption of capital", "B2A3N": "surplus", "B1G": "gross value added", "D11": "wages",
    },
    final={
        "P3_S14": "households", "P3_S15": "non-profit institutions", "P3_S13": "government", "P51G": "capital formation", "P5G": "capital formation", "P5": "capital formation", "P52": "inventories",
        "P53": "valuables", "P52_P53": "inventories", "P5M": "inventories", "P6": "exports",
    },
    employment={"EMP": "persons employed", "EMP-WS": "wage and salary earners", "EMP-FTE": "self-employed", "EMP_DC": "persons employed", "SAL_DC": "wage and salary earners"},
    parts={"P5": "P51G", "P5G": "P51G", "P52_P53": "P52", "P5M": "P52"},
)  # fmt: skip
"""Eurostat, symmetric tables (naio_10_cp1700 and its like)."""

WIDE = Names(
    output_rows=("output_bp", "output"),
    output_columns=("total_use", "output_bp", "total_final_use"),
    totals=frozenset({
        "total", "TOTAL", "intermediate_consumption_pp", "total_use_pp", "total_use_bp",
    }),
    primary={
        "import_goods_services": "imports", "imports": "imports", "net_tax": "taxes on products", "net_tax_production": "taxes on products",
        "net_tax_production_other": "taxes on production", "compensation_employees": "pay", "consumption_fixed_capital": "consumption of capital",
        "operating_surplus_net": "surplus", "gva_bp": "gross value added", "value_added_bp": "gross value added",
    },
    final={
        "consumption_expenditure_household": "households", "consumption_expenditure_government": "government", "gross_capital_formation": "capital formation",
        "final_consumption_private": "households", "inventory_change": "inventories", "export_goods_services": "exports", "final_consumption_households": "households",
        "final_consumption_government": "government", "gross_fixed_capital_formation": "capital formation", "exports": "exports",
    },
    employment={"employment_total": "persons employed", "wage_salary_earner": "wage and salary earners", "self_employed": "self-employed"},
    parts={"final_consumption_households": "final_consumption_private"},
)  # fmt: skip
"""Tables as textbooks print them, with products across (Beutel; Statistics Netherlands in `iotables`)."""
