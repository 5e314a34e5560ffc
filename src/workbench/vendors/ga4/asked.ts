/** What a report is asked, as it comes in JSON; everything may be left out. */
export interface ReportRequest {
  readonly property?: string;
  readonly dimensions?: readonly {
    readonly name?: string;
    readonly dimensionExpression?: object;
  }[];
  readonly metrics?: readonly {
    readonly name?: string;
    readonly expression?: string;
    readonly invisible?: boolean;
  }[];
  readonly dateRanges?: readonly DateRange[];
  readonly dimensionFilter?: FilterExpression;
  readonly metricFilter?: FilterExpression;
  readonly offset?: string | number;
  readonly limit?: string | number;
  readonly metricAggregations?: readonly string[];
  readonly orderBys?: readonly OrderBy[];
  readonly currencyCode?: string;
  readonly cohortSpec?: object;
  readonly keepEmptyRows?: boolean;
  readonly returnPropertyQuota?: boolean;
  readonly comparisons?: readonly object[];
}

export interface DateRange {
  readonly startDate?: string;
  readonly endDate?: string;
  readonly name?: string;
}

export interface FilterExpression {
  readonly andGroup?: { readonly expressions?: readonly FilterExpression[] };
  readonly orGroup?: { readonly expressions?: readonly FilterExpression[] };
  readonly notExpression?: FilterExpression;
  readonly filter?: Filter;
}

export interface Filter {
  readonly fieldName?: string;
  readonly stringFilter?: {
    readonly matchType?: string;
    readonly value?: string;
    readonly caseSensitive?: boolean;
  };
  readonly inListFilter?: { readonly values?: readonly string[]; readonly caseSensitive?: boolean };
  readonly numericFilter?: object;
  readonly betweenFilter?: object;
  readonly emptyFilter?: object;
}

export interface OrderBy {
  readonly dimension?: { readonly dimensionName?: string; readonly orderType?: string };
  readonly metric?: { readonly metricName?: string };
  readonly pivot?: object;
  readonly desc?: boolean;
}

export interface CompatibilityRequest
  extends Pick<ReportRequest, 'dimensions' | 'metrics' | 'dimensionFilter' | 'metricFilter'> {
  readonly compatibilityFilter?: string;
}
