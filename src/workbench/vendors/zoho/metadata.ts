import { businessZone } from '../business/people.ts';
import { badModule, required } from './failure.ts';
import { type Field, fieldsOf, type ListValue } from './records.ts';

/** The organisation that stands behind the played business. */
export const organisation = (manyCurrencies: boolean, hasCurrency: boolean) => ({
  org: [
    {
      id: '7328395000000000389',
      zgid: '873283950',
      primary_zuid: '873283900',
      company_name: 'Nội thất Lan',
      country: 'Vietnam',
      country_code: 'VN',
      time_zone: businessZone,
      created_time: '2024-12-02T09:00:00+07:00',
      currency: 'Vietnamese Dong',
      currency_symbol: '₫',
      currency_locale: 'vi_VN',
      ...(hasCurrency ? { iso_code: 'VND' } : { iso_code: null }),
      mc_status: manyCurrencies,
      gapps_enabled: false,
      photo_id: null,
      license_details: { paid: true, paid_type: 'standard', users_license_purchased: 3 },
    },
  ],
});

export const currentUser = () => ({
  users: [
    {
      id: '7328395000000605001',
      full_name: 'Lan',
      email: 'lan@shop.example',
      status: 'active',
      role: { name: 'CEO', id: '7328395000000026005' },
      profile: { name: 'Administrator', id: '7328395000000026011' },
      time_zone: businessZone,
      locale: 'vi_VN',
    },
  ],
  info: { per_page: 200, count: 1, page: 1, more_records: false },
});

export function fieldsAnswer(module: string | null, manyCurrencies: boolean): object {
  if (module === null) throw required('module');
  const fields = fieldsOf(module, manyCurrencies);
  if (!fields) throw badModule(module);
  return { fields: fields.map(described) };
}

const described = ({ name, label, type, values = [] }: Field, at: number) => ({
  id: `73283950000000${String(1000 + at)}`,
  api_name: name,
  field_label: label,
  display_label: label,
  data_type: type,
  json_type: type === 'boolean' ? 'boolean' : 'string',
  visible: true,
  custom_field: false,
  pick_list_values: values.map(valueDescribed),
});

const valueDescribed = ({ actual, shown = actual, ends }: ListValue, at: number) => ({
  id: `73283950000001${String(1000 + at)}`,
  actual_value: actual,
  display_value: shown,
  reference_value: actual,
  sequence_number: at + 1,
  colour_code: null,
  type: 'used',
  ...(ends === undefined
    ? {}
    : {
        forecast_type: ends,
        forecast_category: {
          name: ends === 'Open' ? 'Pipeline' : ends === 'Closed Won' ? 'Closed' : 'Omitted',
          id: '7328395000000006787',
        },
        probability: ends === 'Closed Won' ? 100 : ends === 'Closed Lost' ? 0 : 40,
      }),
});
