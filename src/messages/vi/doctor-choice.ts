import type { doctorChoiceEn } from '../en/doctor-choice.ts';

/** What the KPI doctor says of a plan's KPIs, weights and owners, in Vietnamese. */
export const doctorChoiceVi: typeof doctorChoiceEn = {
  noneWeighted: {
    title: 'Chưa KPI nào có trọng số',
    says: (plan) => `Chưa KPI nào của “${plan}” có trọng số, nên chưa rõ điều gì quan trọng.`,
    why: 'Chỉ số theo dõi để tham khảo. KPI có trọng số mới là căn cứ đánh giá quý.',
    button: 'Gán trọng số cho các KPI đầu',
    does: 'Các KPI đầu danh sách, tối đa năm, chia đều trọng số.',
  },
  weightsOff: {
    title: 'Tổng trọng số chưa bằng 100%',
    says: (total) => `Tổng trọng số đang là ${total}.`,
    why: 'Tổng phải bằng 100% thì kết quả chung mới tin được.',
    button: 'Đưa về 100%',
    does: 'Mọi trọng số được điều chỉnh theo tỷ lệ, làm tròn đến 1%.',
  },
  tooMany: {
    title: 'Hơn năm KPI có trọng số',
    says: (count, titles) => `${count} KPI có trọng số. Nhẹ nhất là ${titles}.`,
    why: 'Ba đến năm KPI giúp tập trung vào việc chính. Nhiều hơn thì mỗi KPI quá nhẹ, không đủ để ai đổi cách làm.',
    button: 'Giữ năm KPI nặng nhất',
    does: 'Các KPI còn lại vẫn được theo dõi, không tính trọng số.',
  },
  tooFew: {
    title: 'Chưa đủ ba KPI có trọng số',
    says: (count, titles) => `Chỉ có ${count} KPI có trọng số: ${titles}.`,
    why: 'Chỉ nhìn một hai con số thì dễ bỏ quên phần còn lại. Ba đến năm KPI cho thấy toàn cảnh.',
  },
  tooManyTracked: {
    title: 'Theo dõi quá nhiều chỉ số',
    says: (count) => `Có ${count} chỉ số theo dõi bên cạnh KPI.`,
    why: 'Chỉ số nào cũng phải nhập mỗi tuần. Bạn hãy chỉ giữ những chỉ số mà khi thay đổi, bạn sẽ hành động.',
  },
  weightSmall: {
    title: 'Trọng số dưới 5%',
    says: (titles) => `${titles}: chưa tới 5% tổng trọng số.`,
    why: 'Nhẹ như vậy thì không ảnh hưởng kết quả. Bạn hãy cho ít nhất 5%, hoặc chỉ theo dõi.',
    button: 'Nâng lên 5%',
    does: 'Các trọng số khác giảm theo tỷ lệ.',
  },
  weightLarge: {
    title: 'Một KPI nặng hơn tất cả KPI còn lại',
    says: (title, share) => `${title} chiếm ${share} tổng trọng số.`,
    why: 'Trên 50% thì các KPI khác gần như không còn ý nghĩa.',
    button: 'Giảm còn 50%',
    does: 'Các trọng số khác tăng theo tỷ lệ.',
  },
  doesNotFit: {
    title: 'KPI không hợp với mục tiêu',
    says: (title) => `${title} không cho biết mục tiêu bạn chọn đang tiến triển ra sao.`,
    why: 'KPI của giai đoạn khác trong phễu thay đổi vì lý do khác; bạn có thể lỡ mục tiêu mà không biết.',
    button: 'Chỉ theo dõi',
    does: 'KPI vẫn ở trong kế hoạch nhưng không có trọng số; các KPI khác nhận phần đó.',
  },
  nothingFits: {
    title: 'Chưa KPI nào đo mục tiêu',
    says: (title) =>
      title === ''
        ? 'Các KPI có trọng số đều không đo mục tiêu bạn chọn.'
        : `Các KPI có trọng số đều không đo mục tiêu bạn chọn. ${title} thì có.`,
    why: 'KPI phải cho thấy bạn có đang đến gần mục tiêu hay không.',
    button: 'Thêm KPI phù hợp',
    does: 'KPI được thêm với trọng số trung bình; bạn đặt chỉ tiêu sau.',
  },
  onlyVanity: {
    title: 'Toàn chỉ số đẹp nhưng chưa ra kết quả',
    says: (titles, better) =>
      better === ''
        ? `${titles}: chưa số nào là lead hay đơn hàng.`
        : `${titles}: chưa số nào là lead hay đơn hàng. ${better} cho thấy kết quả thật.`,
    why: 'Lượt thích và người theo dõi có thể tăng trong khi doanh số đứng yên.',
    button: 'Thêm KPI kết quả',
    does: 'KPI được thêm với trọng số trung bình; bạn đặt chỉ tiêu sau.',
  },
  noLeading: {
    title: 'Chưa có KPI dẫn dắt',
    says: (title) =>
      title === ''
        ? 'Mọi KPI đều chỉ cho thấy điều đã xảy ra.'
        : `Mọi KPI đều chỉ cho thấy điều đã xảy ra. ${title} sẽ báo sớm hơn.`,
    why: 'KPI dẫn dắt thay đổi trước, khi bạn còn kịp hành động trong quý.',
    button: 'Theo dõi một KPI dẫn dắt',
    does: 'KPI được thêm vào phần theo dõi, không có trọng số.',
  },
  onlyLagging: {
    title: 'Chỉ KPI kết quả có trọng số',
    says: (title) =>
      `Toàn bộ trọng số nằm ở KPI kết quả. ${title} là KPI dẫn dắt nhưng chỉ được theo dõi.`,
    why: 'Với KPI dẫn dắt, bạn tác động được ngay trong tuần; kết quả đến sau.',
    button: 'Gán trọng số cho KPI này',
    does: 'KPI dẫn dắt nhận trọng số trung bình.',
  },
  noInput: {
    title: 'Chưa có KPI đầu vào',
    says: (title) =>
      title === ''
        ? 'Kế hoạch chưa cho biết đã bỏ ra bao nhiêu tiền, giờ công hay bài đăng.'
        : `Kế hoạch chưa cho biết đã bỏ ra những gì. ${title} cho thấy điều đó.`,
    why: 'Không có đầu vào thì không phân biệt được kết quả kém với ngân sách bị cắt.',
    button: 'Theo dõi một KPI đầu vào',
    does: 'KPI được thêm vào phần theo dõi, không có trọng số.',
  },
  tooEarlyForStage: {
    title: 'Còn sớm với doanh nghiệp mới',
    says: (titles) => `${titles}: khi còn ít khách hàng, con số dao động ngẫu nhiên.`,
    why: 'Doanh nghiệp mới học được nhiều hơn từ phạm vi tiếp cận, lead và những đơn đầu tiên.',
    button: 'Chỉ theo dõi',
    does: 'KPI vẫn ở trong kế hoạch nhưng không có trọng số.',
  },
  outgrown: {
    title: 'KPI của doanh nghiệp mới',
    says: (titles) => `${titles}: đều nằm ở đầu phễu.`,
    why: 'Doanh nghiệp đã ổn định thu nhiều nhất từ khách hàng đang có: bạn hãy xem cả doanh thu và tỷ lệ giữ chân.',
  },
  noGuardrail: {
    title: 'KPI chưa có chỉ số đối trọng',
    says: (title, guard) =>
      `${title} có thể đẹp lên nhờ hy sinh chất lượng. ${guard} sẽ cho thấy điều đó.`,
    why: 'Một chỉ số đối trọng đứng cạnh giúp KPI phản ánh đúng thực tế.',
    button: 'Theo dõi chỉ số đối trọng',
    does: 'Chỉ số được thêm vào phần theo dõi, cùng người phụ trách.',
  },
  sameThing: {
    title: 'Hai KPI nói cùng một điều',
    says: (one, other) => `${one} và ${other} luôn thay đổi cùng nhau.`,
    why: 'Nếu cả hai có trọng số, một kết quả bị tính hai lần.',
    button: 'Chỉ tính KPI đầu',
    does: 'KPI thứ hai vẫn được theo dõi; trọng số của nó chuyển sang KPI đầu.',
  },
  oneSided: {
    title: 'Chỉ thấy một mặt',
    says: (side) =>
      side === 'money' ? 'Mọi KPI đều về tiền.' : 'Chưa KPI nào cho biết thu về bao nhiêu tiền.',
    why: 'KPI tài chính đi cùng KPI phi tài chính mới cho thấy cả kết quả lẫn nguyên nhân.',
  },
  noVoice: {
    title: 'Chưa có tiếng nói của khách hàng',
    says: (title) => `Chưa KPI nào cho biết khách hàng nghĩ gì. ${title} cho thấy điều đó.`,
    why: 'Con số cho biết bao nhiêu, ý kiến khách hàng cho biết vì sao. Kế hoạch tốt cần cả hai.',
    button: 'Theo dõi chỉ số này',
    does: 'KPI được thêm vào phần theo dõi, không có trọng số.',
  },
  surveys: {
    title: 'Khảo sát tốn thời gian và chi phí',
    says: (titles) => `${titles}: phải hỏi đủ nhiều người mới biết.`,
    why: 'Bạn hãy lên lịch và dự trù chi phí khảo sát trước khi vào quý, hoặc chọn chỉ số mà hệ thống đếm được.',
  },
  openRate: {
    title: 'Tỷ lệ mở email kém chính xác',
    says: (title) => `${title} tính cả những email do điện thoại tự mở.`,
    why: 'Ứng dụng email tải ảnh trước nên lượt mở nói lên rất ít. Lượt nhấp là do người thật.',
    button: 'Theo dõi thêm lượt nhấp',
    does: 'Tỷ lệ nhấp email được thêm vào phần theo dõi.',
  },
  noOwner: {
    title: 'KPI chưa có người phụ trách',
    says: (titles, owner) =>
      owner === ''
        ? `Chưa có ai phụ trách ${titles}.`
        : `Chưa có ai phụ trách ${titles}. Có thể giao cho ${owner}.`,
    why: 'Có một người cụ thể thì vấn đề được thấy sớm và xử lý ngay.',
    button: 'Điền người phụ trách',
    does: 'Điền người đang phụ trách nhiều KPI nhất trong kế hoạch.',
  },
  ownerIsMany: {
    title: 'Người phụ trách chưa phải một người',
    says: (titles, owner) => `${titles}: “${owner}” là nhiều người.`,
    why: 'Việc chung dễ thành việc không của ai. Bạn hãy ghi một người chịu trách nhiệm chính, người khác hỗ trợ.',
  },
  oneOwner: {
    title: 'Một người phụ trách tất cả',
    says: (owner) => `${owner} phụ trách mọi KPI của phòng.`,
    why: 'Ai tác động được đến KPI thì nên phụ trách KPI đó. Bạn hãy chia cho những người trực tiếp làm.',
  },
};
